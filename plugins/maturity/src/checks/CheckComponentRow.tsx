// A component with its verdict of a check.
import type { CheckComponent, CheckComponents } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Chip from '@material-ui/core/Chip';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { LevelName } from '../marks/LevelName';
import { VerdictMark } from '../marks/VerdictMark';
import { ComponentLink } from '../states/ComponentLink';
import { RowHead } from '../states/RowHead';
import { useFormat } from '../theme/useFormat';
import { useMaturityTokens } from '../theme/useMaturityTokens';
import { useTexts } from '../translation/useTexts';

interface CheckComponentRowProps {
  component: CheckComponent;
  /** Id of the check, whose evidence the link opens. */
  check: string;
  owner: ReactNode;
  /** All levels, rising. */
  levels: CheckComponents['levels'];
}

const useStyles = makeStyles({
  name: { display: 'flex', gap: 8, alignItems: 'center' },
  found: { display: 'flex', gap: 8, alignItems: 'flex-start', '& > svg': { marginTop: 2 } },
});

/** Mine are marked by colour and by word. */
export function CheckComponentRow({ component, check, owner, levels }: CheckComponentRowProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const { highlight } = useMaturityTokens();
  return (
    <TableRow style={component.mine ? { background: highlight } : undefined}>
      <RowHead>
        <span className={classes.name}>
          <ComponentLink component={component} check={check} />
          {component.mine && (
            <Chip size="small" variant="outlined" label={t('roadmap.misses.yours')} style={{ margin: 0 }} />
          )}
        </span>
      </RowHead>
      <TableCell>{owner}</TableCell>
      <TableCell>
        <LevelName levels={levels} level={component.level} size={16} />
      </TableCell>
      <TableCell>
        <span className={classes.found}>
          <VerdictMark verdict={component.verdict} /> {component.reason}
        </span>
      </TableCell>
      <TableCell>{format.list(component.environments)}</TableCell>
    </TableRow>
  );
}
