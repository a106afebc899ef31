import { Fragment, type ComponentChildren, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { BuiltContext } from './built.ts';

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
