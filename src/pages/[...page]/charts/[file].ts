import type { APIRoute, GetStaticPaths } from 'astro';
import { shownCharts } from '../../../browse/page-charts.ts';
import type { ChartDescription, ChartPage } from '../../../charts/chart.ts';
import { chartCsv, describeChartFile } from '../../../charts/chart-csv.ts';
import { csvMetadata } from '../../../open-data/descriptions/csv-metadata.ts';
import { address } from '../../../site/addresses.ts';
import { loadSite, siteFrame } from '../../../site/content.ts';
import { keyed } from '../../../site/keyed.ts';
import { wholeAddress } from '../../../site/whole-address.ts';

interface Props {
  readonly chart: ChartDescription;
  readonly page: ChartPage;
  /** Whether the file says what the other holds. */
  readonly isMetadata: boolean;
}

const fileOf = ({ id }: Pick<ChartDescription, 'id'>) => `${id}.csv`;

/**
 * The numbers of each chart that shows many projects, as a file below its page, and what the file holds. A project's plan
 * is in the files of its department and in its own data.
 */
export const getStaticPaths = (async () =>
  keyed(
    shownCharts(await loadSite()).flatMap((shown) => {
      const own = shown.address.slice(address().length).replace(/\/$/, '');
      return [false, true].map((isMetadata) => ({
        params: {
          page: own === '' ? undefined : own,
          file: `${fileOf(shown)}${isMetadata ? '-metadata.json' : ''}`,
        },
        props: () => ({ ...shown.make(), isMetadata }) satisfies Props,
      }));
    }),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = ({ props: { chart, page, isMetadata }, site }) =>
  new Response(
    isMetadata ? `${JSON.stringify(metadataOf(chart, page, site), undefined, 2)}\n` : chartCsv(chart),
  );

function metadataOf(
  chart: ChartDescription,
  { address: path, name, source }: ChartPage,
  host: URL | undefined,
) {
  const { settings } = siteFrame();
  const page = `${wholeAddress(path, settings, host) ?? path}#${chart.id}`;
  const sources = source === undefined ? [] : [source];
  return csvMetadata(
    describeChartFile(chart, { url: fileOf(chart), subject: name, sources, page }),
    settings,
  );
}
