// The part of d3-shape that the charts use; the package brings no types of its own.
declare module 'd3-shape' {
  interface Area<T> {
    (data: Iterable<T>): string | null;
    x(value: (point: T) => number): Area<T>;
    y0(value: (point: T) => number): Area<T>;
    y1(value: (point: T) => number): Area<T>;
  }
  interface Layer<T> extends Array<[number, number] & { data: T }> {
    key: string;
  }
  interface Stack<T> {
    (data: Iterable<T>): Layer<T>[];
    keys(keys: readonly string[]): Stack<T>;
    value(value: (point: T, key: string) => number): Stack<T>;
  }
  export function area<T>(): Area<T>;
  export function stack<T>(): Stack<T>;
}
