/** How compared lines differ: by dash and point, not by colour alone. At most four stand beside each other. */
export const LOOKS = [
  { colour: 'accent', dash: [], point: 'circle' },
  { colour: 'ink', dash: [8, 4], point: 'rect' },
  { colour: 'soft', dash: [2, 4], point: 'triangle' },
  { colour: 'ink', dash: [12, 4, 2, 4], point: 'rectRot' },
] as const;
