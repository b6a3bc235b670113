/** Waits a moment without leaving the call: for a stream that another program has made one that does not wait itself. */
export const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
