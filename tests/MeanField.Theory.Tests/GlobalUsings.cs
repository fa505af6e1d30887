global using MeanField.Core.Specification;
