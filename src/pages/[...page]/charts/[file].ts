import type { APIRoute, GetStaticPaths } from 'astro';
import { pagesOfProjects } from '../../../browse/page-charts.ts';
import { chartCsv, describeChartFile } from '../../../charts/chart-csv.ts';
import { csvMetadata } from '../../../open-data/descriptions/csv-metadata.ts';
import { address } from '../../../site/addresses.ts';
import { loadSite } from '../../../site/content.ts';
import { wholeAddress } from '../../../site/whole-address.ts';

/**
 * The numbers of each chart that shows many projects, as a file below its page, and what the file holds. A project's plan
 * is in the files of its department and in its own data.
 */
export const getStaticPaths = (async () => {
  const site = await loadSite();
  return pagesOfProjects(site).flatMap(({ address: page, name, source, shown }) =>
    shown.flatMap((chart) => {
      const fileName = `${chart.id}.csv`;
      const own = page.slice(address().length).replace(/\/$/, '');
      const at = (file: string) => ({ page: own === '' ? undefined : own, file });
      const metadata = (host: URL | undefined) => {
        const at = `${wholeAddress(page, site.settings, host) ?? page}#${chart.id}`;
        const sources = source === undefined ? [] : [source];
        return csvMetadata(
          describeChartFile(chart, { url: fileName, subject: name, sources, page: at }),
          site.settings,
        );
      };
      return [
        { params: at(fileName), props: { textOf: () => chartCsv(chart) } },
        {
          params: at(`${fileName}-metadata.json`),
          props: { textOf: (host: URL | undefined) => `${JSON.stringify(metadata(host), undefined, 2)}\n` },
        },
      ];
    }),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly textOf: (host: URL | undefined) => string }> = ({ props, site }) =>
  new Response(props.textOf(site));
