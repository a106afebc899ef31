/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Project } from '../model/project.ts';
import { dayWords } from '../model/words.ts';
import { projectAddress } from '../site/addresses.ts';

/** That a project was withdrawn in a year, when, and where it still stands; without a full stop. */
export function Withdrawn({ project }: { readonly project: Project }): JSX.Element {
  const { year, withdrawal } = project;
  return (
    <>
      <a href={projectAddress(project)}>{year}年的这个项目</a>
      {withdrawal && `已于${dayWords(withdrawal.date)}撤销`}，不计入合计
    </>
  );
}
