/** @jsxImportSource preact */
import type { JSX } from 'preact';

/**
 * A page that only leads on, in a few hundred bytes: with 10,000 projects a whole page for each permanent address
 * would be most of the site.
 */
export function Redirect(props: {
  readonly name: string;
  readonly href: string;
  /** The whole address, where the site's host is known. */
  readonly canonical: string | undefined;
}): JSX.Element {
  const { name, href, canonical } = props;
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="generator" content="明账" />
        <meta http-equiv="content-security-policy" content="default-src 'none';base-uri 'none'" />
        <title>{name}</title>
        {canonical !== undefined && <link rel="canonical" href={canonical} />}
        <meta name="referrer" content="same-origin" />
        <meta http-equiv="refresh" content={`0; url=${href}`} />
      </head>
      <body>
        <p>
          正在转到<a href={href}>{name}</a>。
        </p>
      </body>
    </html>
  );
}
