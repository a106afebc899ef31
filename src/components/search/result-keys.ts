/** Moves through the results by the arrow keys, back to the box at the top, and clears it by Escape. */
export function moveByArrows(box: HTMLElement, input: HTMLInputElement, cleared: () => void): void {
  box.addEventListener('keydown', (event) => {
    // An input method's own list is moved through by the same keys.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...box.querySelectorAll<HTMLElement>('.search-results a, .search-results button')];
    const at = links.findIndex((link) => link === document.activeElement);
    const onInput = document.activeElement === input;
    if (event.key === 'Escape' && (onInput || at >= 0)) {
      if (onInput && input.value !== '') {
        input.value = '';
        cleared();
      }
      input.focus();
    } else if (event.key === 'ArrowDown' && (onInput || at >= 0)) links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (at === 0 ? input : links[at - 1])?.focus();
    else return;
    event.preventDefault();
  });
}
