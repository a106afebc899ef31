/**
 * The page that stands for every other where the content has had errors since the start, so that no page can be
 * made. The script of all pages shows the findings on it; without it the terminal has them.
 */
export function findingsPage(script: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>内容有错误</title>
  </head>
  <body>
    <h1>内容有错误，还不能显示网页</h1>
    <p>改好并保存后，网页会自动出现。全部错误也可以用 <code>npm run check</code> 列出。</p>
    <script type="module" src="${script}"></script>
  </body>
</html>
`;
}
