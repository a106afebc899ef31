import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChartDescription } from '../../charts/chart.ts';
import { ChartFigure } from '../../views/ChartFigure.tsx';
import { enhanceChart } from './enhance-chart.ts';

interface Props {
  readonly chart: ChartDescription;
  readonly tableFirst?: boolean;
  readonly saysTwice?: boolean;
}

/** A chart that a script shows: the figure that pages have, with what scripts add to it. */
export function LiveChart(props: Props): JSX.Element {
  // What was added belongs to one description; another gets a figure of its own.
  return <Enhanced key={JSON.stringify(props.chart)} {...props} />;
}

function Enhanced(props: Props): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const figure = place.current?.querySelector('figure');
    if (figure) enhanceChart(figure, props.chart);
  }, []);
  return (
    <div ref={place}>
      <ChartFigure {...props} />
    </div>
  );
}
