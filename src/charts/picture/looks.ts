/**
 * How compared lines differ: by dash and point, not by colour alone. At most four stand beside each other. Points
 * of equal values lie in each other: the first is the smallest, the others are hollow and larger.
 */
export const LOOKS = [
  { colour: 'accent', dash: [], point: 'circle', radius: 4, hollow: false },
  { colour: 'ink', dash: [8, 4], point: 'rect', radius: 8, hollow: true },
  { colour: 'soft', dash: [2, 4], point: 'triangle', radius: 12, hollow: true },
  { colour: 'ink', dash: [12, 4, 2, 4], point: 'rectRot', radius: 15, hollow: true },
] as const;

/** The mark of a point as SVG, `radius` as far from its middle as its corners are. */
export function markShape(
  { point, radius }: { readonly point: (typeof LOOKS)[number]['point']; readonly radius: number },
  x: number,
  y: number,
  attributes: string,
): string {
  if (point === 'circle')
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${String(radius)}" ${attributes}/>`;
  const [count, start] = { rect: [4, 45], triangle: [3, -90], rectRot: [4, 0] }[point] as [number, number];
  const corners = Array.from({ length: count }, (_, corner) => {
    const angle = ((start + (corner * 360) / count) * Math.PI) / 180;
    return `${(x + radius * Math.cos(angle)).toFixed(1)},${(y + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `<polygon points="${corners.join(' ')}" ${attributes}/>`;
}
