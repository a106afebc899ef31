/**
 * What changed in the format of the open data, newest first. Within a first number nothing that is there changes its
 * address, its name or its meaning, and nothing is taken away; what is added raises the second.
 */
export const DATA_VERSIONS = [
  { version: '1.0', change: '第一版：六张表，每个项目的JSON、CSV和YAML。' },
] as const;
