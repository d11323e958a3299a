export const ui = {
  afterwards: 'then',
  messages: 'Messages',
  dismiss: 'Dismiss',
  more: '{count, number} more',
  over: '{time} over',
  overdue: 'overdue',
  table: 'Table {name}, scrolls sideways',
  health: {
    healthy: 'Healthy',
    degraded: 'Degraded',
    unhealthy: 'Unhealthy',
    maintenance: 'Maintenance',
    unknown: 'Unknown',
  },
} as const;
