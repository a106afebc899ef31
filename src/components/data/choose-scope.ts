/** Shows the files of the year or department that is chosen: all have the same, each in its folder. */
const chooser = document.querySelector<HTMLElement>('[data-scopes]');
const template = document.querySelector<HTMLTemplateElement>('[data-scope-files]');
const list = document.querySelector<HTMLElement>('[data-scope-list]');
const choice = chooser?.querySelector('select');
if (chooser && template && list && choice) {
  const files = document.importNode(template.content, true);
  const links = [...files.querySelectorAll('a')];
  const show = () => {
    const part = choice.selectedOptions[0]?.dataset.part ?? '';
    for (const link of links) {
      link.href = choice.value + (link.pathname.split('/').pop() ?? '');
      link.download = link.download.replace(/-.*(?=\.)/, `-${part}`);
    }
  };
  choice.addEventListener('change', show);
  show();
  list.replaceWith(files);
  chooser.hidden = false;
}
