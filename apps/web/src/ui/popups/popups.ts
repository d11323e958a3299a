export { DialogPopup } from './dialog-popup.tsx';
export { MenuPopup } from './menu-popup.tsx';
export { PopoverPopup } from './popover-popup.tsx';
export { ToastList } from './toast-list.tsx';
export { TooltipLayer } from './tooltip-layer.tsx';
