import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Short files of long work; of the others the longer ones take longer, which is how Vitest sorts what it does not know. */
const SLOW = /\/browser\/(?:views|narrow-views|snapshots|changes|privacy|import-page)\.test\.ts$/;

/** The slow files of each group begin first, so that at the end no processor waits for one of them. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ project, moduleId }: TestSpecification) =>
      2 * project.config.sequence.groupOrder + (SLOW.test(moduleId) ? 0 : 1);
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b));
  }
}
