// Workloads that belong to no component, with the component that may be meant and what to paste so that it claims them.
import type { UnmappedView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import Button from '@material-ui/core/Button';
import Link from '@material-ui/core/Link';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { CopyableCode } from '../states/CopyableCode';
import { RowHead } from '../states/RowHead';
import { useTexts } from '../translation/useTexts';

const first = 5;
/** The name in an entity ref. */
const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);
const keyOf = (one: UnmappedView) => `${one.cluster}/${one.namespace}/${one.kind}/${one.name}`;

/** What to paste shows for one workload at a time. */
export function UnmappedTable({ unmapped }: { unmapped: readonly UnmappedView[] }) {
  const t = useTexts();
  const [open, setOpen] = useState('');
  const [isAll, setAll] = useState(false);
  return (
    <>
      <Table size="small" aria-label={t('organisation.coverage.unmapped')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('organisation.coverage.workloads', { count: unmapped.length })}</TableCell>
            <TableCell>{t('organisation.coverage.namespace')}</TableCell>
            <TableCell>{t('organisation.coverage.cluster')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {(isAll ? unmapped : unmapped.slice(0, first)).map(one => (
            <TableRow key={keyOf(one)}>
              <RowHead>
                <Link
                  component="button"
                  align="left"
                  aria-expanded={open === keyOf(one)}
                  title={t('steering.coverage.paste', { name: one.name })}
                  onClick={() => setOpen(open === keyOf(one) ? '' : keyOf(one))}
                >
                  {one.kind} {one.name}
                </Link>
                {one.nearest && (
                  <Typography variant="caption" color="textSecondary" component="div">
                    {t('organisation.coverage.looksLike', {
                      component: nameOf(one.nearest.component),
                      why: one.nearest.why,
                    })}
                  </Typography>
                )}
                {open === keyOf(one) && (
                  <>
                    <Typography variant="caption" component="div">
                      {one.suggestion.to === 'entity' && one.nearest
                        ? t('steering.coverage.pasteEntity', { component: nameOf(one.nearest.component) })
                        : t('steering.coverage.pasteWorkload')}
                    </Typography>
                    <CopyableCode text={one.suggestion.yaml} />
                  </>
                )}
              </RowHead>
              <TableCell>{one.namespace}</TableCell>
              <TableCell>{one.cluster}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {unmapped.length > first && (
        <Button size="small" color="primary" onClick={() => setAll(!isAll)}>
          {isAll ? t('steering.coverage.fewer') : t('steering.coverage.all', { count: unmapped.length })}
        </Button>
      )}
    </>
  );
}
