/** What pages know of notifications and messages. */
export {};

declare global {
  type Medium = 'page' | 'sms' | 'mail' | 'group';
  type MessageState = 'waiting' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unclear' | 'cancelled';
  interface MessageRef {
    kind: 'person' | 'department' | 'group' | 'reporter';
    code: string;
  }
  /** A message to one recipient over one medium. */
  interface MessageSent {
    id: string;
    medium: Medium;
    state: MessageState;
    attempts: number;
    sentAt: string | null;
    deliveredAt: string | null;
    readAt: string | null;
    failure: string | null;
  }
  interface Addressee {
    to: MessageRef;
    names: Record<Lang, string> | null;
    step: number;
    told: boolean;
    phone: string | null;
    phoneMasked: boolean;
    messages: MessageSent[];
  }
  interface NotificationProps {
    id: string;
    version: number;
    occasion: string;
    incident: string;
    number: string | null;
    grid: string;
    text: string;
    createdAt: string;
    step: number;
    dueAt: string | null;
    state: 'waiting' | 'call-now' | 'acknowledged' | 'over';
    answer: { to: MessageRef | null; way: 'page' | 'phone' | 'deed'; at: string; account: string } | null;
    addressees: Addressee[];
    own: MessageRef[];
    leads: boolean;
    generated: boolean;
  }
  /** How people are told of an occasion. */
  interface MessageRule {
    occasion: string;
    version: number;
    patience: { words: string };
    texts: Partial<Record<Medium, string>>;
    blanks: string[];
    since: string;
  }
  /** A way out of the program. */
  interface MessageOutlet {
    medium: Medium;
    ready: boolean;
    rehearsed: boolean;
    keyed: boolean;
    groups: string[];
    counts: Partial<Record<MessageState, number>>;
  }
}
