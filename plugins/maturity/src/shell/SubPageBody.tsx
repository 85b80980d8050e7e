// The space around a sub page of the new frontend system.
import { Content } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

// The header above keeps its own distance.
const useStyles = makeStyles({ root: { '&&': { paddingTop: 0 } } });

/** As all pages have it, but nearer to the tabs. */
export function SubPageBody({ children }: { children: ReactNode }) {
  return <Content className={useStyles().root}>{children}</Content>;
}
