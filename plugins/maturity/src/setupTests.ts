// Prepares the tests: matchers for the DOM.
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A whole page takes its time where many tests share a machine.
configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(40_000);
