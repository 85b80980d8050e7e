// Prepares the tests: matchers for the DOM.
import '@testing-library/jest-dom';
