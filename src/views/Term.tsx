import { createContext, Fragment, type ComponentChildren, type JSX } from 'preact';
import { useContext } from 'preact/hooks';

/** What only the build knows of a view; what a browser draws anew goes without it. */
export interface Built {
  /** Where the glossary explains a term; undefined where it has none of that name. */
  readonly explanationOf: (term: string) => string | undefined;
  /** The pieces between which a heading may be broken. */
  readonly breakWords: (heading: string) => readonly string[];
}

export const BuiltContext = createContext<Built>({
  explanationOf: () => undefined,
  breakWords: (heading) => [heading],
});

/** A word that leads to its explanation in the glossary, where there is one. */
export function Term(props: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  const href = useContext(BuiltContext).explanationOf(props.name);
  if (href === undefined) return <>{props.children}</>;
  return (
    <a class="term" href={href}>
      {props.children}
    </a>
  );
}

/** A heading that breaks between words only. */
export function Breakable({ text }: { readonly text: string }): JSX.Element {
  const pieces = useContext(BuiltContext).breakWords(text);
  return (
    <span class="words">
      {pieces.map((piece, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {piece}
        </Fragment>
      ))}
    </span>
  );
}
