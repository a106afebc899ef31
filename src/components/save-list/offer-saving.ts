import { LIST_FORMATS, saveList, type ListFormat, type SavedList } from './saved-list.ts';

/**
 * Makes the buttons of `SaveButtons.astro` save the list as it is shown when they are clicked.
 *
 * @param failed says that the list could not be had.
 */
export function offerSaving(place: HTMLElement, listOf: () => Promise<SavedList>, failed: () => void): void {
  for (const format of Object.keys(LIST_FORMATS) as readonly ListFormat[]) {
    place.querySelector(`[data-save="${format}"]`)?.addEventListener('click', () => {
      listOf()
        .then((list) => saveList(list, format))
        .catch((error: unknown) => {
          console.error(error);
          failed();
        });
    });
  }
}
