// How many of each kind there were day by day, as areas on top of each other, with a table behind for who can't see it.
import type { TrendPoint } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { area, stack } from 'd3-shape';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

interface StackedAreasProps {
  /** Accessible name. */
  label: string;
  /** At least two, rising by day. */
  points: readonly TrendPoint[];
  /** From the bottom to the top. */
  series: readonly { key: string; title: string; color: string }[];
}

const width = 560;
const height = 160;
const top = 8;
const left = 40;
const right = 88;
const bottom = 24;
/** Labels nearer than this would cover each other. */
const labelHeight = 15;

const useStyles = makeStyles(theme => ({
  chart: { width: '100%', height: 'auto', display: 'block' },
  text: { fill: theme.palette.text.secondary, fontSize: 12, fontFamily: theme.typography.fontFamily },
  name: { fill: theme.palette.text.primary, fontSize: 12, fontFamily: theme.typography.fontFamily },
  table: { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clip: 'rect(0 0 0 0)', whiteSpace: 'nowrap' },
  root: { position: 'relative' },
}));

/** Areas are named at their right end, never by a legend of colours. */
export function StackedAreas({ label, points, series }: StackedAreasProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { paper } = useTheme().palette.background;
  const first = Date.parse(points[0].day);
  const span = Date.parse(points[points.length - 1].day) - first;
  const most = Math.max(
    1,
    ...points.map(point => series.reduce((sum, { key }) => sum + (point.components[key] ?? 0), 0)),
  );
  const x = (point: TrendPoint) => left + ((Date.parse(point.day) - first) / span) * (width - left - right);
  const y = (value: number) => top + (1 - value / most) * (height - top - bottom);
  const layers = stack<TrendPoint>()
    .keys(series.map(({ key }) => key))
    .value((point, key) => point.components[key] ?? 0)([...points]);
  const shape = area<[number, number] & { data: TrendPoint }>()
    .x(at => x(at.data))
    .y0(at => y(at[0]))
    .y1(at => y(at[1]));
  const last = points[points.length - 1];
  let above = height;
  const names = layers.map((layer, at) => {
    const [from, to] = layer[layer.length - 1];
    above = Math.min(above - labelHeight, y((from + to) / 2) + 4);
    return { ...series[at], y: above, count: last.components[series[at].key] ?? 0 };
  });
  return (
    <div className={classes.root}>
      <svg viewBox={`0 0 ${width} ${height}`} className={classes.chart} role="img" aria-label={label}>
        {[0, most].map(value => (
          <text key={value} x={left - 8} y={y(value) + 4} textAnchor="end" className={classes.text}>
            {format.number(value)}
          </text>
        ))}
        {layers.map((layer, at) => (
          <path key={layer.key} d={shape(layer) ?? ''} fill={series[at].color} stroke={paper} strokeWidth="1.5" />
        ))}
        {names.map(name => (
          <text key={name.key} x={width - right + 8} y={name.y} className={classes.name}>
            <tspan fontWeight="700">{name.title}</tspan> {format.number(name.count)}
          </text>
        ))}
        <text x={left} y={height - 4} className={classes.text}>
          {format.day(points[0].day)}
        </text>
        <text x={width - right} y={height - 4} textAnchor="end" className={classes.text}>
          {format.day(last.day)}
        </text>
      </svg>
      <table className={classes.table}>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('marks.day')}</th>
            {series.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(point => (
            <tr key={point.day}>
              <th scope="row">{format.day(point.day)}</th>
              {series.map(({ key }) => (
                <td key={key}>{format.number(point.components[key] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
