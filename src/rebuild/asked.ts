/**
 * What a page asks for beside what it was given and what every page says of the site around it: something of the whole
 * content, or files that are no content.
 */
export type Asked = 'content' | 'files';
