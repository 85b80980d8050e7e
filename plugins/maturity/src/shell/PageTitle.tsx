// Names the page in the title of the browser's tab, by what it shows.
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect } from 'react';
import { Helmet } from 'react-helmet';
import { useTexts } from '../translation/useTexts';

/** `Network policies | Maturity | <app>`: the part that differs first, since tabs are narrow. */
export function PageTitle({ title }: { title: string }) {
  const t = useTexts();
  const app = useApi(configApiRef).getOptionalString('app.title') ?? 'Backstage';
  useEffect(
    () => () => {
      // Pages of the new frontend system that set no title would keep ours.
      document.title = app;
    },
    [app],
  );
  return <Helmet title={title} titleTemplate={`%s | ${t('shell.title')} | ${app}`} />;
}
