// A control for whole namespaces: whom it would lift, where it is missing, and the YAML to apply.
import type { ControlLeverage } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Link from '@material-ui/core/Link';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { CopyableCode } from '../states/CopyableCode';
import { RowHead } from '../states/RowHead';
import { useFormat } from '../theme/useFormat';
import { useTexts } from '../translation/useTexts';

const useStyles = makeStyles({ number: { fontVariantNumeric: 'tabular-nums' }, whatIf: { whiteSpace: 'nowrap' } });

const known = ['default-deny', 'limit-range', 'pod-security-label', 'strict-mtls'] as const;
type Known = (typeof known)[number];

interface ControlRowProps {
  control: ControlLeverage;
  onWhatIf: (changes: string[]) => void;
}

/** The name of a control; its id where it is newer than this page. */
export function useControlName(): (id: string) => string {
  const t = useTexts();
  return id => (known.includes(id as Known) ? t(`steering.leverage.control.${id as Known}`) : id);
}

/** The YAML is for the namespace where it does most. */
export function ControlRow({ control, onWhatIf }: ControlRowProps) {
  const classes = useStyles();
  const t = useTexts();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const name = useControlName()(control.control);
  const places = format.list(control.places.map(place => `${place.namespace} (${format.number(place.components)})`));
  return (
    <TableRow>
      <RowHead>
        <div>{name}</div>
        <Typography variant="caption" color="textSecondary" component="div">
          {t('steering.leverage.where', { count: control.namespaces, environment: control.environment, places })}
        </Typography>
        <Link
          component="button"
          variant="caption"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'steering.leverage.hideOf' : 'steering.leverage.showOf', {
            change: `${name}, ${control.environment}`,
          })}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('steering.leverage.hide') : t('steering.leverage.show')}
        </Link>
        {isOpen && (
          <>
            <Typography variant="caption" component="div">
              {t('steering.leverage.apply', { namespace: control.places[0].namespace })}
            </Typography>
            <CopyableCode text={control.manifest} />
          </>
        )}
      </RowHead>
      <TableCell align="right" className={classes.number}>
        <strong>{format.number(control.components)}</strong>
      </TableCell>
      <TableCell align="right" className={classes.number}>
        {format.number(control.rise)}
      </TableCell>
      <TableCell align="right" className={classes.whatIf}>
        <Link
          component="button"
          aria-label={t('steering.leverage.whatIfOf', { change: `${name}, ${control.environment}` })}
          onClick={() => onWhatIf(control.checks.map(({ id }) => `${id}:met`))}
        >
          {t('steering.leverage.whatIf')}
        </Link>
      </TableCell>
    </TableRow>
  );
}
