/** What the integration hands to the pages; made by `virtual-modules.ts`. */
declare module 'virtual:mingzhang/site' {
  export const handedOver: () => import('./handed-over.ts').HandedOver;
}

/** The project's own style sheet, after the program's. */
declare module 'virtual:mingzhang/style' {}
