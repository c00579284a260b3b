"""An option for warnings that makes no sense."""
