/**
 * Leads on who comes with a year and a department in the address, by which notes are narrowed where all stand on one
 * page: to the department's page, or, where several answer, to these alone.
 */
const asked = new URLSearchParams(location.search);
const [year, department] = [asked.get('year') ?? '', asked.get('department') ?? ''];
const places = [...document.querySelectorAll<HTMLElement>('[data-notes-of]')];
const wanted = places.filter((place) => {
  const [ownYear, ownDepartment] = (place.dataset.notesOf ?? '').split('/');
  return (year === '' || year === ownYear) && (department === '' || department === ownDepartment);
});
const link = wanted[0]?.querySelector('a');
if (wanted.length === 1 && link && `${year}${department}` !== '') location.replace(link.href + location.hash);
else if (wanted.length > 0) for (const place of places) place.hidden = !wanted.includes(place);
