reconcile-agrees = x
