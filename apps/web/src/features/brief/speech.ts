import { create } from 'zustand';

/** Whether something is being read aloud. */
export const useSpeaking = create<{ readonly speaking: boolean }>(() => ({ speaking: false }));

const set = (speaking: boolean): void => useSpeaking.setState({ speaking });

/** Not every browser can; some only pretend, and have no voice. */
export const canSpeak = (): boolean => 'speechSynthesis' in globalThis && 'SpeechSynthesisUtterance' in globalThis;

export const speak = (text: string, lang: string): void => {
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = lang;
  utterance.addEventListener('end', () => set(false));
  utterance.addEventListener('error', () => set(false));
  set(true);
  speechSynthesis.speak(utterance);
};

export const stopSpeaking = (): void => {
  set(false);
  if (canSpeak()) speechSynthesis.cancel();
};
