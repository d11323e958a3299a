import { Component, type ReactNode } from 'react';

type Props = { renderFailure: (retry: () => void) => ReactNode; children: ReactNode };

/** React offers boundaries as classes only. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render() {
    return this.state.failed ? this.props.renderFailure(() => this.setState({ failed: false })) : this.props.children;
  }
}
