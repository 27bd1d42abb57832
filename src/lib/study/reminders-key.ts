/** Where the reminders that were asked for stand in local storage. */
export const REMINDERS = 'reminders';
