// The part of react-helmet that titles use; the package brings no types of its own.
declare module 'react-helmet' {
  import type { ComponentType } from 'react';

  export const Helmet: ComponentType<{ title: string; titleTemplate: string }>;
}
