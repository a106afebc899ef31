import type { Published } from '../files/finding.ts';
import type { ChangeLog } from '../history/change-log.ts';
import type { History } from '../history/history.ts';
import type { Asked } from '../rebuild/asked.ts';
import { digestOf } from '../rebuild/digest.ts';
import { frameOf, type Frame } from '../site/frame.ts';
import type { DataFile } from '../open-data/data-file.ts';

/** What an integration hands to the pages of its Astro project. */
export interface Given {
  /** The content folder. */
  readonly directory: string;
  /** The folders of files that are served as they are: the project's own, then the program's. */
  readonly publicFolders: readonly string[];
  /** The last content without errors; undefined where there has been none yet. */
  readonly published: Published | undefined;
  /** When the content came and was changed; read for a build alone. */
  readonly history: History;
  /** What was changed; told for a build alone. */
  readonly changeLog: ChangeLog;
  /** Where the site will stand, as far as it is known. */
  readonly host: string | undefined;
  /** Whether only departments' own pages are made, as a part of a site. */
  readonly isPart: boolean;
  /** The files of the open data of `published`: the list from which they are written. */
  readonly dataFiles: () => readonly DataFile[];
  /** Told what the page that is being made asks for. */
  readonly asked: (what: Asked) => void;
}

/** What pages get from the integration of the Astro project in which they are made. */
export interface HandedOver extends Given {
  /** Undefined where nothing is published. */
  readonly frame: Frame | undefined;
  /** Takes what tells the props of a page; gives a short name, by which they are found when they are needed. */
  readonly givenBy: (props: () => object, isWhole?: boolean) => string;
}

/**
 * By integration: one process may run several. Astro bundles pages or runs them in Vite's module runner, so that they
 * have copies of the program's modules; this one they take from Node.js itself (`virtual-modules.ts`), which has it once.
 */
const handedOver = new Map<string, HandedOver>();

let ids = 0;

/** An id for one more integration of this process. */
export function nextId(): string {
  ids += 1;
  return String(ids);
}

/** Gives what pages say of the site around their subject; undefined where nothing is published. */
export function handOver(id: string, given: Given): Frame | undefined {
  const { published, history, changeLog, host } = given;
  const frame = published && frameOf(published, history, changeLog, host);
  const pages: GivenPage[] = [];
  const givenBy: HandedOver['givenBy'] = (props, isWhole = false) =>
    `${id} ${String(pages.push({ props, isWhole }) - 1)}`;
  handedOver.set(id, { ...given, frame, givenBy });
  givenPages.set(id, pages);
  return frame;
}

/** What tells the props of a page, and whether these are the page itself, as `html`. */
interface GivenPage {
  readonly props: () => object;
  readonly isWhole: boolean;
}

/** Of each page by its place, by integration. */
const givenPages = new Map<string, readonly GivenPage[]>();

function givenPage(name = ''): GivenPage | undefined {
  const [id = '', place] = name.split(' ');
  return givenPages.get(id)?.[Number(place)];
}

/** A text that differs where a page is given anything else; undefined where that is not known. */
export function nameOfGiven(name: string | undefined): string | undefined {
  const page = givenPage(name);
  return page && digestOf(page.props());
}

/** A page that is given as a whole; undefined of others. */
export function wholePage(name: string | undefined): string | undefined {
  const page = givenPage(name);
  return page?.isWhole === true ? (page.props() as { readonly html: string }).html : undefined;
}

/** Throws where nothing was handed over: a page is made outside a project with the integration. */
export function takeOver(id: string): HandedOver {
  const given = handedOver.get(id);
  if (given === undefined) throw new Error(`Nothing was handed over by the integration ${id}.`);
  return given;
}
