// Where the gaps are: groups, systems or domains against topics, from the organisation down to the component.
import { PageRoot } from '../states/PageRoot';
import { HeatMap } from './HeatMap';

/** The heat map of the whole organisation. */
export function HeatMapPage() {
  return (
    <PageRoot>
      <HeatMap />
    </PageRoot>
  );
}
