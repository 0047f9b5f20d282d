/**
 * Minutes without use after which an officer's session ends, and with it what the console shows: opened words and keys stay
 * on an unattended screen no longer than the session behind them lives.
 */
export const SESSION_IDLE_MINUTES = 30;
