/** A picture is always drawn on white, whatever the screen it was made on shows. */
export const COLOURS = {
  paper: '#fff',
  ink: '#1c1a18',
  soft: '#5c5750',
  rule: '#d9d4cb',
  accent: '#9b1c1f',
} as const;
