/** Shows the rows of a long table that a phone leaves out at first. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button.unfold')) {
  const table = button.previousElementSibling?.querySelector('table.folded');
  const unfold = () => {
    table?.classList.remove('folded');
    button.remove();
  };
  // Who comes from a search looks for its words, wherever they stand.
  if (location.search !== '') unfold();
  button.addEventListener('click', () => {
    unfold();
    table?.querySelector<HTMLElement>('.later a')?.focus();
  });
}

export {};
