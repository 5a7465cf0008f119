/** The whole window: places at the left, a channel in the middle, its members at the right. */

export function App() {
  return <main>The sandbox</main>;
}
