export const ui = {
  afterwards: 'then',
  messages: 'Messages',
  dismiss: 'Dismiss',
  plus: '+{count, number}',
  over: '{time} over',
  themes: 'Theme',
  theme: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  densities: 'Rows',
  density: { compact: 'Compact', default: 'Default', comfy: 'Comfortable' },
  health: {
    healthy: 'Healthy',
    degraded: 'Degraded',
    unhealthy: 'Unhealthy',
    maintenance: 'Maintenance',
    unknown: 'Unknown',
  },
} as const;
