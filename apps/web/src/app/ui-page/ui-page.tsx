import { ControlsGroup } from './controls-group.tsx';
import { FieldsGroup } from './fields-group.tsx';
import { LayersGroup } from './layers-group.tsx';
import { MarksGroup } from './marks-group.tsx';
import { PiecesGroup } from './pieces-group.tsx';
import { TypeGroup } from './type-group.tsx';
import { UiLayers } from '../../ui/ui-layers.tsx';

const THEMES = ['light', 'dark', 'tv'] as const;

/** In development only: everything in `ui/`, in every theme side by side. */
export const UiPage = () => {
  const only = new URLSearchParams(location.search).get('theme');
  return (
    <main className="grid gap-0 xl:grid-cols-2">
      <UiLayers />
      {THEMES.filter((theme) => only === null || theme === only).map((theme) => (
        <div
          key={theme}
          data-theme={theme}
          className={`grid min-w-0 content-start gap-4 bg-bg p-6 text-body text-text ${theme === 'tv' ? 'xl:col-span-2' : ''}`}
        >
          <h1 className="text-section font-semibold">{theme}</h1>
          <TypeGroup />
          <MarksGroup />
          <ControlsGroup theme={theme} />
          <FieldsGroup />
          <PiecesGroup />
          <LayersGroup />
        </div>
      ))}
    </main>
  );
};
