// Where the gaps are: groups, systems or domains against topics, from the organisation down to the component.
import { PageRoot } from '../states/PageRoot';
import { useTexts } from '../translation/useTexts';
import { HeatMap } from './HeatMap';

/** The heat map of the whole organisation. */
export function HeatMapPage() {
  const title = useTexts()('shell.heatMap');
  return (
    <PageRoot title={title}>
      <HeatMap />
    </PageRoot>
  );
}
