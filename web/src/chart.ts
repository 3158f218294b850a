// Charts to point at: each year's figure of a fan, each flow of the book of hours.
import { LineChart, SankeyChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([LineChart, SankeyChart, GridComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

/** The page's own colours. */
const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const INK = colour("staff");
const FONT = "IBM Plex Sans, sans-serif";

/** Puts a chart in the place of a figure's drawing, which stays for paper. */
function put(figure: HTMLElement, option: EChartsCoreOption): void {
  const drawing = figure.querySelector("svg, .scroll");
  const element = document.createElement("div");
  element.className = `live-chart ${figure.dataset.live}`;
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", figure.getAttribute("aria-label") ?? figure.querySelector("figcaption")?.textContent ?? "");
  drawing?.before(element);
  figure.classList.add("live");
  const chart = init(element, null, { renderer: "canvas" });
  chart.setOption({ textStyle: { fontFamily: FONT }, animation: false, aria: { enabled: false }, ...option });
  new ResizeObserver(() => chart.resize()).observe(element);
}

const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 0 });

export function fan(figure: HTMLElement): void {
  const said = figure.querySelector<SVGElement>("svg")!.dataset;
  const numbers = (values: string | undefined) => values?.split(" ").map(Number);
  const [years, value, low, high, other] = [said.years, said.value, said.low, said.high, said.other].map(numbers);
  const year = (at: number) => {
    const lines = [String(years![at]), `${said.saidValue}: ${number.format(value![at]!)}`];
    if (low && high) lines.push(`${said.saidRange}: ${number.format(low[at]!)}–${number.format(high[at]!)}`);
    if (other) lines.push(`${said.saidOther}: ${number.format(other[at]!)}`);
    return lines.join("\n");
  };
  const line = { type: "line", symbol: "none" };
  const hidden = { ...line, lineStyle: { opacity: 0 }, stack: "range", silent: true };
  const band = low && high && [
    { ...hidden, data: low },
    { ...hidden, data: high.map((it, at) => it - low[at]!), areaStyle: { color: INK, opacity: 0.18 } },
  ];
  put(figure, {
    grid: { left: 70, right: 16, top: 16, bottom: 28 },
    xAxis: { type: "category", data: years, boundaryGap: false },
    yAxis: { type: "value", min: 0, axisLabel: { formatter: (it: number) => number.format(it) } },
    tooltip: {
      trigger: "axis",
      renderMode: "richText",
      formatter: (at: { dataIndex: number }[]) => year(at[0]!.dataIndex),
    },
    series: [
      ...(band ?? []),
      ...(other ? [{ ...line, data: other, lineStyle: { color: "#666", type: "dashed", width: 1.5 } }] : []),
      { ...line, data: value, lineStyle: { color: INK, width: 2.5 } },
    ],
  });
}

/** From a table: a row for each place that hours come to, a column for each that they come from. */
export function flow(figure: HTMLElement): void {
  const words = (selector: string) => [...figure.querySelectorAll(selector)].map((it) => it.textContent!.trim());
  const [rows, columns] = [words("tbody th"), words("thead th").slice(1)];
  const links = [...figure.querySelectorAll("tbody tr")].flatMap((row, at) =>
    [...row.querySelectorAll("td")].flatMap((cell, column) => {
      const hours = cell.querySelector<HTMLElement>("[data-hours]");
      if (hours === null) return [];
      const [source, target] = [columns[column]!, rows[at]!];
      return [{ source, target, value: Number(hours.dataset.hours), said: `${source} → ${target}: ${hours.textContent}` }];
    }),
  );
  const by = (column: number) =>
    figure.querySelector<HTMLElement>(`td:nth-child(${column + 2}) [data-by]`)?.dataset.by ?? "staff";
  put(figure, {
    tooltip: {
      renderMode: "richText",
      formatter: (it: { data: { said?: string; name?: string } }) => it.data.said ?? it.data.name,
    },
    series: [
      {
        type: "sankey",
        left: 8,
        right: 290,
        nodeGap: 14,
        data: [
          ...columns.map((name, at) => ({ name, itemStyle: { color: colour(by(at)) } })),
          ...rows.map((name) => ({ name, itemStyle: { color: INK } })),
        ],
        links,
        lineStyle: { color: "source", opacity: 0.2 },
        label: { fontSize: 13, fontFamily: FONT },
        emphasis: { focus: "adjacency" },
      },
    ],
  });
}
