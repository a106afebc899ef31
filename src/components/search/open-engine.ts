import { SearchEngine } from '../../search/search-engine.ts';

/**
 * The search engine in a browser. Nothing is loaded before it is asked.
 *
 * @param index address of the folder with the files of the search index.
 */
export function openEngine(index: string): SearchEngine {
  return new SearchEngine(async (name) => {
    const response = await fetch(`${index}${name}`);
    if (!response.ok) throw new Error(`${name}: ${String(response.status)}`);
    return response.json();
  });
}
