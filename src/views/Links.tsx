/** @jsxImportSource preact */
import { Fragment, type JSX } from 'preact';

/** Where a link leads, what it is called, and what is said behind it. */
export interface LinkTo {
  readonly href: string;
  readonly name: string;
  readonly after?: string;
}

interface Props {
  readonly to: readonly LinkTo[];
}

/** Links in a sentence. */
export function Links({ to, between = '、' }: Props & { readonly between?: string }): JSX.Element {
  return (
    <>
      {to.map((link, index) => (
        <Fragment key={link.href}>
          {index > 0 && between}
          <Link {...link} />
        </Fragment>
      ))}
    </>
  );
}

/** Links below each other. */
export function LinkList({ to, id }: Props & { readonly id?: string }): JSX.Element {
  return (
    <ul id={id}>
      {to.map((link) => (
        <li key={link.href}>
          <Link {...link} />
        </li>
      ))}
    </ul>
  );
}

/** The way to each part of a page. */
export function Contents({ to, label }: Props & { readonly label: string }): JSX.Element {
  return (
    <nav class="contents" aria-label={label}>
      <LinkList to={to} />
    </nav>
  );
}

function Link({ href, name, after }: LinkTo): JSX.Element {
  return (
    <>
      <a href={href}>{name}</a>
      {after}
    </>
  );
}
