// Has a component judged anew, and follows how far that is.
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import type { RecheckProgress, ReportView } from '@maturity-roadmap/backstage-plugin-maturity-common';
import { useEffect, useState } from 'react';
import { maturityApiRef } from '../api/MaturityApi';

/** Milliseconds between two looks at how far it is. */
const lookEvery = 400;

/** A recheck, under way or not. */
export interface RecheckState {
  run: () => void;
  running: boolean;
  /** Of the last one; absent before the first answer. */
  progress?: RecheckProgress;
  error?: Error;
}

/** The old report stays until the new one is there. */
export function useRecheck(entity: CompoundEntityRef, replace: (view: ReportView) => void): RecheckState {
  const api = useApi(maturityApiRef);
  const { kind, namespace, name } = entity;
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<Error>();
  const [progress, setProgress] = useState<RecheckProgress>();
  useEffect(() => {
    if (!running) return undefined;
    const controller = new AbortController();
    const look = () =>
      api.getRecheck({ kind, namespace, name }, controller.signal).then(
        found => !controller.signal.aborted && setProgress(found),
        // What could not be seen for once is seen the next time.
        () => {},
      );
    void look();
    const timer = setInterval(look, lookEvery);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [api, running, kind, namespace, name]);
  const run = async () => {
    setRunning(true);
    setError(undefined);
    setProgress(undefined);
    try {
      replace(await api.recheck(entity));
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setRunning(false);
    }
  };
  return { run: () => void run(), running, ...(progress ? { progress } : {}), ...(error ? { error } : {}) };
}
