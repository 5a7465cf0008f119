/** Puts the panel beside the window, or over a small one; it is loaded when it is first opened. */
import { useEffect, useState } from 'preact/hooks';
import { Drawer, useNarrow } from '../places/drawer.js';
import type { Overlays } from '../state/overlays.js';
import type { Page } from '../state/page.js';
import type { DevtoolsProps } from './devtools.js';

type Panel = (props: DevtoolsProps) => preact.JSX.Element;

export function DevtoolsHost({ page, overlays }: { page: Page; overlays: Overlays }) {
  const isOpen = overlays.devtools.value !== undefined;
  const isSheet = useNarrow(760);
  const [loaded, setLoaded] = useState<{ Panel: Panel }>();
  useEffect(() => {
    if (!isOpen || loaded) return;
    import('./devtools.js').then(
      ({ Devtools }) => setLoaded({ Panel: Devtools }),
      (error: unknown) => page.failed(error),
    );
  }, [isOpen]);
  if (!isOpen || !loaded) return null;
  const close = () => {
    overlays.devtools.value = undefined;
  };
  return (
    <Drawer side="right" label="Developer tools" isDrawer={isSheet} isOpen onClose={close}>
      <loaded.Panel lookup={page.lookup} client={page.client} tab={overlays.devtools.value} onClose={close} />
    </Drawer>
  );
}
