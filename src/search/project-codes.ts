/** One project in the list of codes: code, address, name, year and amount as shown. */
export type ProjectCodeEntry = readonly [
  code: string,
  address: string,
  name: string,
  year: string,
  amount: string,
];
