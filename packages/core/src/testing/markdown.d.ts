/** Pages of the documentation, read as text by the tests that hold them to the truth. */
declare module '*.md?raw' {
  const text: string;
  export default text;
}
