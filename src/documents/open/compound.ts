import { CFB } from '@e965/xlsx';

/** What this program uses of the library, which has no types of its own. */
interface CompoundLibrary {
  readonly read: (bytes: Uint8Array, options: { readonly type: 'buffer' }) => unknown;
  readonly find: (container: unknown, name: string) => { readonly content: Uint8Array } | null;
}
const library = CFB as CompoundLibrary;

/** Gives the streams of a compound file (Word and Excel before 2007) by their names. */
export type Compound = (name: string) => Uint8Array | undefined;

/** Opens a compound file. @throws Error where it is damaged. */
export function openCompound(bytes: Uint8Array): Compound {
  const container = library.read(Buffer.from(bytes), { type: 'buffer' });
  return (name) => {
    const entry = library.find(container, name);
    return entry === null ? undefined : Uint8Array.from(entry.content);
  };
}
