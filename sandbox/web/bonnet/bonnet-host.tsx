/** Puts the panel beside the window, or over a small one; it is loaded when it is first opened. */
import { useEffect, useState } from 'preact/hooks';
import { Drawer, useNarrow } from '../places/drawer.js';
import type { Overlays } from '../state/overlays.js';
import type { Page } from '../state/page.js';
import type { BonnetProps } from './bonnet.js';

type Panel = (props: BonnetProps) => preact.JSX.Element;

export function BonnetHost({ page, overlays }: { page: Page; overlays: Overlays }) {
  const isOpen = overlays.bonnet.value !== undefined;
  const isSheet = useNarrow(760);
  const [loaded, setLoaded] = useState<{ Panel: Panel }>();
  useEffect(() => {
    if (!isOpen || loaded) return;
    import('./bonnet.js').then(
      ({ Bonnet }) => setLoaded({ Panel: Bonnet }),
      (error: unknown) => page.failed(error),
    );
  }, [isOpen]);
  if (!isOpen || !loaded) return null;
  const close = () => {
    overlays.bonnet.value = undefined;
  };
  return (
    <Drawer side="right" label="Under the bonnet" isDrawer={isSheet} isOpen onClose={close}>
      <loaded.Panel lookup={page.lookup} client={page.client} tab={overlays.bonnet.value} onClose={close} />
    </Drawer>
  );
}
