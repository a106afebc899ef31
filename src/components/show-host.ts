/** Puts the site's host before paths of which the build did not know it. */
document.querySelectorAll<HTMLElement>('bdi[data-path]').forEach((place) => {
  place.textContent = `${location.origin}${place.dataset.path ?? ''}`;
});
